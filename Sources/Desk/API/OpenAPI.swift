/// The description of the JSON API (OpenAPI 3.1).
enum OpenAPI {
    static func document(version: String) -> String {
        """
        {"openapi":"3.1.0",
        "info":{"title":"Ronda","version":"\(version)","description":"Hasil pemeriksaan situs kantor pemerintah daerah."},
        "security":[{"token":[]},{"cookie":[]}],
        "paths":{
        "/api/v1/regions":{"get":{"operationId":"regions","summary":"Every region with its newest finished round",
        "responses":{"200":\(ok("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Region\"}}")),\(failures)}}},
        "/api/v1/regions/{kode}":{"get":{"operationId":"region","summary":"Finished rounds of a region, newest first",
        "parameters":[\(code)],
        "responses":{"200":\(ok("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Region\"}}")),\(failures)}}},
        "/api/v1/regions/{kode}/offices":{"get":{"operationId":"offices","summary":"Offices of a region in a round",
        "parameters":[\(code),
        {"name":"scan","in":"query","schema":{"type":"string"}},
        {"name":"page","in":"query","schema":{"type":"integer","minimum":1,"maximum":1000000,"default":1}},
        {"name":"per_page","in":"query","schema":{"type":"integer","minimum":1,"maximum":\(APIRoutes.longestPage),"default":50}}],
        "responses":{"200":\(ok("{\"$ref\":\"#/components/schemas/OfficePage\"}")),\(failures)}}},
        \(files),
        "/api/v1/offices/{kode}":{"get":{"operationId":"office","summary":"One office with its evidence",
        "parameters":[\(code)],
        "responses":{"200":\(ok("{\"$ref\":\"#/components/schemas/Office\"}")),\(failures)}}},
        "/api/v1/scans":{"get":{"operationId":"scans","summary":"The newest rounds, newest first, at most 500",
        "responses":{"200":\(ok("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Scan\"}}")),\(failures)}}}
        },
        "components":{
        "securitySchemes":{"token":{"type":"http","scheme":"bearer"},"cookie":{"type":"apiKey","in":"cookie","name":"ronda"}},
        "schemas":{
        "Error":\(object(["error": string])),
        "Region":\(object(["code": string, "name": string, "scan": string, "finished_at": time, "offices": count, "counts": "{\"type\":\"object\",\"additionalProperties\":\(count)}"])),
        "Scan":\(object(["id": string, "regions": "{\"type\":\"array\",\"items\":\(string)}", "started_at": time, "rules_hash": string], optional: ["finished_at": time])),
        "OfficePage":\(object(["scan": string, "page": count, "per_page": count, "total": count, "offices": "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Office\"}}"])),
        "Office":\(object(["kode": string, "nama": string, "jenis": string, "wilayah": string, "status": string, "status_reason": string, "proven": "{\"type\":\"boolean\"}", "attempts": count, "checked_at": time, "items": "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Item\"}}"], optional: ["site": string])),
        "Item":\(object(["key": string, "state": "{\"enum\":[\"present\",\"linked\",\"empty\",\"absent\",\"unknown\"]}"], optional: ["evidence": "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Evidence\"}}"])),
        "Evidence":\(object(["url": string, "quote": string, "place": string, "sha256": string, "fetched_at": time, "rule": string]))
        }}}

        """
    }

    private static var files: String {
        APIRoutes.files.map { name, download in
            let type = download.type.split(separator: ";")[0]
            return """
                "/api/v1/regions/{kode}/\(name)":{"get":{"operationId":"\(name.replacing(".", with: "_"))",\
                "summary":"\(download == .findingsCSV ? "Every item with its evidence" : "Offices without a website"), as a file",
                "parameters":[\(code),{"name":"scan","in":"query","schema":\(string)}],
                "responses":{"200":{"description":"ok","headers":{"ETag":{"schema":\(string)}},\
                "content":{"\(type)":{"schema":{"type":"string","format":"binary"}}}},\(failures)}}}
                """
        }.joined(separator: ",\n")
    }

    private static let string = "{\"type\":\"string\"}"
    private static let time = "{\"type\":\"string\",\"format\":\"date-time\"}"
    private static let count = "{\"type\":\"integer\",\"minimum\":0}"
    private static let code =
        "{\"name\":\"kode\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\",\"minLength\":1}}"

    private static func object(_ fields: [String: String], optional: [String: String] = [:]) -> String {
        let all = fields.merging(optional) { old, _ in old }.sorted { $0.key < $1.key }
        let properties = all.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
        let required = fields.keys.sorted().map { "\"\($0)\"" }.joined(separator: ",")
        return
            "{\"type\":\"object\",\"properties\":{\(properties)},\"required\":[\(required)],\"additionalProperties\":false}"
    }

    private static func ok(_ schema: String) -> String {
        "{\"description\":\"ok\",\"headers\":{\"ETag\":{\"schema\":\(string)}},\"content\":{\"application/json\":{\"schema\":\(schema)}}}"
    }

    private static let failures = ["304", "400", "401", "403", "404", "405"].map { status in
        status == "304"
            ? "\"304\":{\"description\":\"not modified\"}"
            : "\"\(status)\":{\"description\":\"error\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Error\"}}}}"
    }.joined(separator: ",")
}
