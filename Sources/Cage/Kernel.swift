import CLinuxCage
import Glibc

/// The system calls behind a cage. One of the files that say `unsafe`; pointers live only during one call.
enum Kernel {
    /// User and group "nobody" of Debian and most others.
    static let nobody: UInt32 = 65534

    /// Descriptors, core dumps, memory, CPU time, file size.
    ///
    /// Memory not under a sanitizer (`make sanitize`), whose shadow takes terabytes of addresses; a tool gets its limit when
    /// the process becomes it.
    static func limit(_ cage: Cage) -> Bool {
        var answers = [set(RLIMIT_CORE, 0), set(RLIMIT_FSIZE, UInt(cage.fileBytes))]
        #if !SANITIZED
            answers.append(limitMemory(cage.memoryBytes))
        #endif
        if cage.cpuSeconds > 0 { answers.append(setCPU(cage.cpuSeconds)) }
        if cage.mayExecute { answers.append(set(RLIMIT_NOFILE, UInt(cage.openFiles))) }
        return answers.allSatisfy { $0 }
    }

    /// Address space; 0: not limited.
    static func limitMemory(_ bytes: Int) -> Bool { bytes == 0 || set(RLIMIT_AS, UInt(bytes)) }

    /// From now on no further descriptor can be opened beyond `count`.
    static func limitFiles(_ count: Int) -> Bool { set(RLIMIT_NOFILE, UInt(count)) }

    /// Soft limit: SIGXCPU ends the process, nobody catches it. The hard limit stays, so that it can be moved on.
    static func setCPU(_ seconds: Int) -> Bool {
        cage_limit(Int32(RLIMIT_CPU.rawValue), UInt(seconds), UInt.max) == 0
    }

    private static func set(_ resource: __rlimit_resource, _ value: UInt) -> Bool {
        cage_limit(Int32(resource.rawValue), value, value) == 0
    }

    /// CPU seconds this process has used.
    static func cpuSeconds() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// No program started from here gets more rights than this process has.
    static func renounce() -> Bool { cage_no_new_privileges() == 0 }

    /// Ends with its parent, even when that was killed.
    static func followParent() { _ = cage_die_with_parent(SIGKILL) }

    /// The working folder.
    static func stand(in folder: String) { _ = unsafe chdir(folder) }

    /// True when this process was root and is not any more.
    static func leaveRoot() -> Bool {
        guard geteuid() == 0 else { return false }
        return cage_become(nobody, nobody) == 0
    }

    // MARK: - seccomp

    /// Refuses the calls of `forbidden` with EPERM. Network: a new socket is what everything would need.
    static func filter(mayExecute: Bool) -> Bool {
        let calls = forbidden + (mayExecute ? [] : forbiddenToReaders)
        var program: [sock_filter] = [
            load(4), jump(UInt32(architecture), 1, 0), answer(UInt32(SECCOMP_RET_KILL_PROCESS)),
        ]
        program.append(load(0))
        #if arch(x86_64)
            // The x32 numbers would go around the list.
            program += [sock_filter(code: 0x35, jt: 0, jf: 1, k: 0x4000_0000), answer(refused)]
        #endif
        for call in calls { program += [jump(UInt32(call), 0, 1), answer(refused)] }
        program.append(answer(UInt32(SECCOMP_RET_ALLOW)))
        return unsafe program.withUnsafeMutableBufferPointer { buffer in
            var code = unsafe sock_fprog(len: UInt16(buffer.count), filter: buffer.baseAddress)
            return unsafe cage_seccomp_filter(&code) == 0
        }
    }

    /// BPF_LD | BPF_W | BPF_ABS: offset 0 is the call's number, 4 the architecture (struct seccomp_data).
    private static func load(_ offset: UInt32) -> sock_filter { sock_filter(code: 0x20, jt: 0, jf: 0, k: offset) }

    /// BPF_JMP | BPF_JEQ | BPF_K.
    private static func jump(_ value: UInt32, _ yes: UInt8, _ no: UInt8) -> sock_filter {
        sock_filter(code: 0x15, jt: yes, jf: no, k: value)
    }

    /// BPF_RET | BPF_K.
    private static func answer(_ value: UInt32) -> sock_filter { sock_filter(code: 0x06, jt: 0, jf: 0, k: value) }

    private static let refused = UInt32(0x0005_0000) | UInt32(EPERM)

    #if arch(x86_64)
        // AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64 (linux/audit.h).
        private static let architecture: UInt32 = 0xC000_003E
    #else
        private static let architecture: UInt32 = 0xC000_00B7
    #endif

    /// Network, other processes, mounts, the kernel itself.
    private static let forbidden: [Int32] = {
        var calls = [
            SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_ptrace,
            SYS_process_vm_readv, SYS_process_vm_writev, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns,
            SYS_unshare, SYS_bpf, SYS_perf_event_open, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_kexec_load,
            SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_reboot, SYS_swapon, SYS_swapoff,
            SYS_userfaultfd, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_open_by_handle_at,
            SYS_name_to_handle_at, SYS_kcmp, SYS_acct, SYS_quotactl, SYS_kill, SYS_pidfd_open, SYS_pidfd_getfd,
            SYS_pidfd_send_signal, SYS_move_mount, SYS_open_tree, SYS_fsopen, SYS_fsmount, SYS_settimeofday,
            SYS_clock_settime, SYS_sethostname, SYS_setdomainname, SYS_syslog, SYS_personality,
        ].map { Int32($0) }
        #if arch(x86_64)
            calls += [SYS_ioperm, SYS_iopl, SYS_mknod].map { Int32($0) }
        #endif
        return calls + [Int32(SYS_mknodat)]
    }()

    /// A reader starts nothing and writes to its socket only.
    private static let forbiddenToReaders: [Int32] = {
        var calls = [SYS_execve, SYS_execveat, SYS_unlinkat, SYS_mkdirat, SYS_renameat2, SYS_linkat, SYS_symlinkat]
            .map { Int32($0) }
        #if arch(x86_64)
            calls += [SYS_fork, SYS_vfork, SYS_unlink, SYS_mkdir, SYS_rename, SYS_creat, SYS_link, SYS_symlink]
                .map { Int32($0) }
        #endif
        return calls
    }()

    // MARK: - Landlock

    /// Bits of `handled_access_fs` (landlock(7)); later versions know more of them.
    private enum Access {
        static let execute: UInt64 = 1
        static let writeFile: UInt64 = 2
        static let readFile: UInt64 = 4
        static let readFolder: UInt64 = 8
        static let all1: UInt64 = (1 << 13) - 1
        static let refer: UInt64 = 1 << 13
        static let truncate: UInt64 = 1 << 14
        static let device: UInt64 = 1 << 15

        static func known(_ version: Int) -> UInt64 {
            all1 | (version >= 2 ? refer : 0) | (version >= 3 ? truncate : 0) | (version >= 5 ? device : 0)
        }
    }

    /// The version of Landlock, 0 when the kernel has none.
    static var landlockVersion: Int { max(0, cage_landlock_create(nil, 0, 1)) }

    /// Only the named folders can be read or written, and no TCP port be bound or connected to.
    static func fence(reading: [String], writing: [String]) -> Bool {
        let version = landlockVersion
        guard version > 0 else { return false }
        // struct landlock_ruleset_attr: handled_access_fs, handled_access_net (version 4), scoped (version 6).
        var attributes: [UInt64] = [Access.known(version)]
        if version >= 4 { attributes.append(3) }
        if version >= 6 { attributes.append(3) }
        let ruleset = unsafe attributes.withUnsafeBytes {
            unsafe Int32(truncatingIfNeeded: cage_landlock_create($0.baseAddress, UInt($0.count), 0))
        }
        guard ruleset >= 0 else { return false }
        defer { close(ruleset) }
        for path in reading { allow(path, Access.readFile | Access.readFolder | Access.execute, ruleset) }
        for path in writing { allow(path, Access.known(version) & ~Access.device & ~Access.execute, ruleset) }
        return cage_landlock_enter(ruleset) == 0
    }

    /// What does not exist cannot be read and needs no rule.
    private static func allow(_ path: String, _ access: UInt64, _ ruleset: Int32) {
        let folder = unsafe open(path, cage_path_only)
        guard folder >= 0 else { return }
        defer { close(folder) }
        var status = stat()
        guard unsafe fstat(folder, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        // Files know only what concerns their content.
        let granted =
            isFolder ? access : access & (Access.execute | Access.writeFile | Access.readFile | Access.truncate)
        // struct landlock_path_beneath_attr is packed: 8 bytes of access, 4 of descriptor.
        var rule = [UInt8](repeating: 0, count: 12)
        for index in 0..<8 { rule[index] = UInt8(truncatingIfNeeded: granted >> (8 * UInt64(index))) }
        for index in 0..<4 { rule[8 + index] = UInt8(truncatingIfNeeded: folder >> (8 * Int32(index))) }
        _ = unsafe rule.withUnsafeBytes { unsafe cage_landlock_allow(ruleset, $0.baseAddress) }
    }
}
