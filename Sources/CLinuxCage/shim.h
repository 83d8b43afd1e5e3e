#pragma once
// What glibc's module map does not give: prctl(2), seccomp(2), landlock(7) and uid changes, typed.
// Without _GNU_SOURCE: with it glibc's own types differ from those Swift's Glibc module has already read, and a clean
// build fails ("different definitions in different modules"). What only _GNU_SOURCE shows is declared below.
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/types.h>
#include <grp.h>
#include <fcntl.h>
#include <spawn.h>

extern int unshare(int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from); /* glibc 2.34 */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *folder); /* 2.29 */
extern char **environ;
extern int setresuid(uid_t real, uid_t effective, uid_t saved);
extern int setresgid(gid_t real, gid_t effective, gid_t saved);

static const int cage_path_only = 010000000 /* O_PATH, asm-generic/fcntl.h */ | O_CLOEXEC;

static inline char **cage_environment(void) { return environ; }
static inline int cage_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }
static inline int cage_die_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }
static inline int cage_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline long cage_seccomp_filter(const struct sock_fprog *program) {
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program);
}
static inline long cage_landlock_create(const void *attributes, unsigned long size, unsigned int flags) {
    return syscall(444, attributes, size, flags);
}
static inline long cage_landlock_allow(int ruleset, const void *rule) { return syscall(445, ruleset, 1, rule, 0); }
static inline long cage_landlock_enter(int ruleset) { return syscall(446, ruleset, 0); }
static inline int cage_limit(int resource, unsigned long soft, unsigned long hard) {
    struct rlimit limit = {soft, hard};
    return setrlimit(resource, &limit);
}
static inline int cage_new_network(void) { return unshare(0x40000000 /* CLONE_NEWNET, linux/sched.h */); }
static inline int cage_become(unsigned int user, unsigned int group) {
    if (setgroups(0, 0) != 0) return -1;
    if (setresgid(group, group, group) != 0) return -1;
    return setresuid(user, user, user);
}
