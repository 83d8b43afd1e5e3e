import ArgumentParser
import Queue

/// How the broker is reached; secrets come from files only.
struct QueueOptions: ParsableArguments {
    @Option(help: "Broker pekerjaan bersama: nats://host:4222, beberapa dipisah koma.")
    var queue: String?

    @Option(help: "Berkas kredensial NATS (.creds).")
    var queueCreds: String?

    @Option(help: "Berkas PEM induk sertifikat broker; menyalakan TLS.")
    var queueCa: String?

    @Option(help: "Berkas PEM sertifikat sendiri untuk broker.")
    var queueCert: String?

    @Option(help: "Berkas PEM kunci sertifikat itu.")
    var queueKey: String?

    @Option(help: "Salinan antrean di simpul broker: 1, 3 atau 5.")
    var queueReplicas = 1

    @Option(help: "Nama antrean di broker.")
    var queueStream = "RONDA"

    func open() -> JetStream? {
        guard let queue else { return nil }
        var settings = QueueSettings(url: queue)
        settings.credentials = queueCreds
        settings.ca = queueCa
        settings.certificate = queueCert
        settings.key = queueKey
        settings.replicas = queueReplicas
        settings.stream = queueStream
        return JetStream(settings)
    }

    func opened() throws(Exit) -> JetStream {
        guard let opened = open() else {
            throw Exit(
                .usage, id: "Sebutkan broker dengan --queue nats://host:4222.",
                en: "Name the broker with --queue nats://host:4222.")
        }
        return opened
    }
}
