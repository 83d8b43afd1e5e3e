// swift-tools-version: 6.2
import PackageDescription

// Arrows point downward only; ARCHITECTURE.md holds the table. CI builds with
// --explicit-target-dependency-import-check error, so an arrow missing here is a build error.

/// Settings of every Swift target of ours: unsafe code must say so, and a warning stops the build.
let ours: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Swift's libraries within the released program and not beside it: some 10 % less CPU for a scan in three noisy pairs, for
/// its calls of them go straight there, and 6 of 19 ms less for every start. lld, because the order of archives is all one
/// to it; the names that follow are those of which Foundation is made. Debug builds load the libraries as ever; who builds
/// tests in release sets RONDA_SHARED_SWIFT=1, for Testing brings a copy of its own.
let swiftInside: [LinkerSetting] =
    Context.environment["RONDA_SHARED_SWIFT"] != nil
    ? []
    : [
        .unsafeFlags(
            [
                "-static-stdlib", "-use-ld=lld", "-l_FoundationICU", "-lCoreFoundation", "-l_FoundationCShims",
                "-l_FoundationCollections", "-lstdc++",
            ], .when(configuration: .release))
    ]

/// A C library of Debian, as a module map and a shim header.
func library(_ name: String, _ pkgConfig: String?, apt package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// One room of the house: a module under Sources/ that sees the named modules and nothing else.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: ours)
}

/// The tests of one module.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: ours)
}

/// The readers of foreign bytes and their hostile inputs: tests as a rule; under libFuzzer (scripts/fuzz.sh) a program, for
/// one target's sources cannot be both at once.
let fuzzed: [Target.Dependency] = [
    "Model", "Archive", "Deflate", "Rules", "Targets", "Parse", "Fetch", "Detect", "Documents", "Reader", "Evidence",
]
let fuzzers: Target =
    Context.environment["RONDA_LIBFUZZER"] == nil
    ? tests("FuzzTests", fuzzed, exclude: ["Corpus"])
    : .executableTarget(
        name: "libfuzz", dependencies: fuzzed, path: "Tests/FuzzTests", exclude: ["Corpus", "FuzzTests.swift"],
        swiftSettings: ours + [.define("LIBFUZZER")])

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
/// What Hummingbird speaks in: its requests, its log, its orderly end.
let server: [Target.Dependency] = [
    hummingbird, .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "ronda",
    products: [.executable(name: "ronda", targets: ["ronda"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", "1.8.0"..<"2.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", "7.10.0"..<"8.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", "1.4.0"..<"2.0.0"),
        .package(url: "https://github.com/apple/swift-log", "1.6.0"..<"2.0.0"),
        .package(url: "https://github.com/apple/swift-nio", "2.80.0"..<"3.0.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", "2.28.0"..<"3.0.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", "2.1.0"..<"3.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", "2.6.0"..<"3.0.0"),
        .package(url: "https://github.com/jpsim/Yams", "6.2.0"..<"7.0.0"),
    ],
    targets: [
        // Level 0: C libraries and the values.
        library("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
        library("CLibXML2", "libxml-2.0", apt: "libxml2-dev"),
        library("CAres", "libcares", apt: "libc-ares-dev"),
        library("CLibPSL", "libpsl", apt: "libpsl-dev"),
        library("CXlsxWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
        library("CCrypto", "libcrypto", apt: "libssl-dev"),
        library("CZip", "libzip", apt: "libzip-dev"),
        library("CZlib", "zlib", apt: "zlib1g-dev"),
        library("CZstd", "libzstd", apt: "libzstd-dev"),
        library("CLinuxCage", nil, apt: "linux-libc-dev"),
        library("CPostgres", "libpq", apt: "libpq-dev"),
        library("CNats", "libnats", apt: "libnats-dev"),
        module("Model"),
        module("Digest", ["CCrypto"]),
        module("Deflate", ["CZlib"]),
        module("Zstd", ["CZstd"]),
        module("Archive", ["Model", "Deflate"]),
        module("Cage", ["CLinuxCage"]),
        module("Postgres", ["CPostgres"]),
        module("Queue", ["CNats"]),

        // Level 1: what comes in.
        module("Rules", ["Model", "Digest", "CLibPSL", yams], resources: [.copy("Resources")]),
        module("Fetch", ["Model", "Digest", "CCurl", "CAres"]),
        module("Parse", ["Model", "Deflate", "CLibXML2", "CZip"]),
        module("Farm", ["Model"]),

        // Level 2: what is made of it. These read no clock and do no network.
        module("Targets", ["Model", "Rules", "Parse"]),
        module("Documents", ["Model", "Digest", "Parse", "Cage"]),
        module("Browser", ["Model", "Cage"]),
        module("Discovery", ["Model", "Rules"]),
        module("Detect", ["Model", "Rules"]),
        module("Judge", ["Model", "Rules"]),
        module("Schedule", ["Model"]),
        module("Store", ["Model", "Deflate", "Digest", "Zstd", "Postgres", grdb]),
        module(
            "Report", ["Model", "Rules", "Cage", "Archive", "Deflate", "CXlsxWriter", mustache],
            resources: [.copy("Templates")]
        ),

        // Level 3: the flow.
        module("Reader", ["Model", "Rules", "Parse", "Documents", "Detect", "Cage"]),
        module(
            "Scan",
            [
                "Model", "Digest", "Rules", "Fetch", "Parse", "Documents", "Browser", "Reader", "Discovery", "Detect",
                "Judge", "Store",
            ]),

        module("Fleet", ["Model", "Rules", "Fetch", "Detect", "Store", "Queue", "Scan"]),

        module("Messages", ["Model", "Cage", "Store"]),
        module("Rounds", ["Model", "Schedule", "Store"]),

        module(
            "Evidence",
            ["Model", "Rules", "Digest", "Deflate", "Archive", "Parse", "Browser", "Store", "Report"]),
        module("Assess", ["Model", "Rules", "Digest", "Archive", "Parse", "Report"]),

        // Level 4: the sample region.
        module("Demo", ["Model", "Rules", "Targets", "Farm", "Fetch", "Scan", "Store", "Report"]),

        module(
            "Desk",
            [
                "Model", "Digest", "Rules", "Parse", "Targets", "Schedule", "Rounds", "Store", "Report", "Scan",
                "Assess", "Zstd",
            ]
                + server),

        // Level 5: the command.
        .executableTarget(
            name: "ronda",
            dependencies: [
                "Model", "Rules", "Targets", "Fetch", "Parse", "Discovery", "Detect", "Judge", "Store", "Report",
                "Scan", "Schedule", "Rounds", "Evidence", "Assess", "Desk", "Digest", "Messages",
                "Cage", "Documents", "Reader", "Browser", "ronda-cage", "Queue", "Fleet",
                "Demo", arguments,
            ],
            swiftSettings: ours, linkerSettings: swiftInside),

        // What starts a document tool: 6 libraries to load where `ronda` has 60.
        .executableTarget(name: "ronda-cage", dependencies: ["Cage"], swiftSettings: ours),

        // Many small offices on loopback, for `make chaos`; no part of the program.
        .executableTarget(name: "webfarm", dependencies: ["Model", "Farm"], swiftSettings: ours),

        // What one page costs in each stage: for docs/performance.md, no part of the program.
        .executableTarget(
            name: "stages",
            dependencies: ["Model", "Digest", "Zstd", "Rules", "Parse", "Detect", "Discovery"],
            swiftSettings: ours),

        tests("ModelTests", ["Model"]),
        tests("DigestTests", ["Digest"]),
        tests("DeflateTests", ["Deflate"]),
        tests("ZstdTests", ["Zstd"]),
        tests("RulesTests", ["Model", "Rules"]),
        tests("TargetsTests", ["Model", "Rules", "Targets"]),
        tests("FetchTests", ["Model", "Cage", "Fetch", "Farm"]),
        tests("ParseTests", ["Model", "Parse"]),
        tests("CageTests", ["Cage", "ronda"]),
        tests("DocumentsTests", ["Model", "Cage", "Documents", "Parse", "CZip", "ronda"]),
        tests("BrowserTests", ["Model", "Cage", "Browser"]),
        tests("ReaderTests", ["Model", "Rules", "Parse", "Documents", "Detect", "Cage", "Reader", "ronda"]),
        tests("FarmTests", ["Model", "Farm"]),
        tests("DiscoveryTests", ["Model", "Rules", "Discovery"]),
        tests("ArchiveTests", ["Model", "Cage", "Archive"]),
        tests("AssessTests", ["Model", "Cage", "Rules", "Archive", "Assess", "Store"]),
        tests(
            "EvidenceTests",
            ["Model", "Cage", "Rules", "Digest", "Deflate", "Archive", "Browser", "Store", "Evidence"]),
        tests("DetectTests", ["Model", "Rules", "Parse", "Detect"], exclude: ["Examples"]),
        fuzzers,
        tests("JudgeTests", ["Model", "Rules", "Judge"]),
        tests("ScheduleTests", ["Model", "Schedule"]),
        tests("StoreTests", ["Model", "Cage", "Digest", "Store", "Postgres", "Rounds", grdb]),
        tests(
            "DeskTests",
            [
                "Model", "Digest", "Rules", "Store", "Scan", "Desk", hummingbird,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
        tests("MessagesTests", ["Model", "Cage", "Store", "Messages"]),
        tests("RoundsTests", ["Model", "Schedule", "Store", "Rounds"]),
        tests("FleetTests", ["Model", "Rules", "Store", "Queue", "Fetch", "Fleet"]),
        tests("ReportTests", ["Model", "Cage", "Rules", "Report"], exclude: ["Golden"]),
        tests(
            "ScanTests",
            ["Model", "Cage", "Rules", "Fetch", "Documents", "Detect", "Store", "Farm", "Scan", "Demo"]),
    ],
    swiftLanguageModes: [.v6]
)
