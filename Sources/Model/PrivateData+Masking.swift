/// Everything people are shown of what sites say, without numbers of people and secrets of machines. The kept bodies
/// stay as they came: they are the proof.
extension PageReading {
    /// The reading with every text of the page masked.
    public func masked() -> PageReading {
        var reading = self
        for index in reading.signs.indices { PrivateData.mask(&reading.signs[index].quotation) }
        for index in reading.findings.indices { reading.findings[index].mask() }
        for index in reading.services.indices {
            PrivateData.mask(&reading.services[index].name)
            PrivateData.mask(&reading.services[index].place)
            for item in reading.services[index].items.indices { reading.services[index].items[item].mask() }
        }
        reading.electronic = electronic?.map { $0.masked() }
        reading.accessibility = accessibility?.map { $0.masked() }
        return reading
    }
}

extension Finding {
    /// The finding with place and quotation masked.
    public func masked() -> Finding {
        var finding = self
        finding.mask()
        return finding
    }

    /// In place: a page may have hundreds, and copying them cost more than looking at them.
    fileprivate mutating func mask() {
        PrivateData.mask(&place)
        PrivateData.mask(&quotation)
    }
}

extension ElectronicService {
    fileprivate func masked() -> ElectronicService {
        var service = self
        service.address = address.map(PrivateData.masked)
        service.place = PrivateData.masked(place)
        service.quotation = PrivateData.masked(quotation)
        service.page = page.map(PrivateData.masked)
        return service
    }
}

extension AccessibilityFact {
    fileprivate func masked() -> AccessibilityFact {
        var fact = self
        fact.places = places.map(PrivateData.masked)
        fact.page = page.map(PrivateData.masked)
        return fact
    }
}

extension Verdict {
    /// The verdict as people are shown it: addresses without personal numbers and secrets too.
    public func masked() -> Verdict {
        var verdict = self
        verdict.siteAddress = siteAddress.map(PrivateData.masked)
        verdict.finalAddress = finalAddress.map(PrivateData.masked)
        for name in ["url", "final_url"] {
            guard let text = reasonValues[name], let address = WebAddress(text) else { continue }
            let hidden = PrivateData.masked(address)
            if hidden != address { verdict.reasonValues[name] = hidden.description }
        }
        verdict.items = items.map { $0.masked() }
        verdict.services = services?.map { service in
            var service = service
            service.name = PrivateData.masked(service.name)
            service.items = service.items.map { $0.masked() }
            return service
        }
        verdict.facts?.electronic = facts?.electronic.map { $0.masked() } ?? []
        verdict.facts?.accessibility = facts?.accessibility.map { $0.masked() } ?? []
        return verdict
    }
}

extension ItemVerdict {
    fileprivate func masked() -> ItemVerdict {
        var item = self
        item.evidence = evidence.map { evidence in
            var evidence = evidence
            evidence.address = PrivateData.masked(evidence.address)
            evidence.finding = evidence.finding.masked()
            evidence.finding.target = evidence.finding.target.map(PrivateData.masked)
            return evidence
        }
        return item
    }
}

extension Attempt {
    /// The attempt as people are shown it.
    public func masked() -> Attempt {
        var attempt = self
        attempt.finalAddress = finalAddress.map(PrivateData.masked)
        attempt.note = PrivateData.masked(note)
        for index in attempt.trail.indices {
            let hop = attempt.trail[index]
            attempt.trail[index].address = PrivateData.masked(hop.address)
            attempt.trail[index].location = hop.location.map { location in
                WebAddress(location, base: hop.address).map { address in
                    let hidden = PrivateData.masked(address)
                    return hidden == address ? location : hidden.description
                } ?? PrivateData.masked(location)
            }
        }
        return attempt
    }
}
