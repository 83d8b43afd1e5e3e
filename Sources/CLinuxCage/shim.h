#pragma once
// What glibc's module map does not give: prctl(2), seccomp(2), landlock(7) and uid changes, typed.
#define _GNU_SOURCE 1
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sched.h>
#include <grp.h>
#include <fcntl.h>

static const int cage_path_only = O_PATH | O_CLOEXEC;

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
    return setrlimit((__rlimit_resource_t)resource, &limit);
}
static inline int cage_new_network(void) { return unshare(CLONE_NEWNET); }
static inline int cage_become(unsigned int user, unsigned int group) {
    if (setgroups(0, 0) != 0) return -1;
    if (setresgid(group, group, group) != 0) return -1;
    return setresuid(user, user, user);
}
