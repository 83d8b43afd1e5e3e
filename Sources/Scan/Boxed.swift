/// A large value behind one pointer.
///
/// A function that waits keeps every value it has at hand in its frame, some of them several times: with pages of 1.3 KB
/// and tools of 5.6 KB a site that was open took 270 KB of frames. To change a part of it copies the whole: for what is
/// read often and changed seldom.
@propertyWrapper
struct Boxed<Value: Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(wrappedValue: Value) { box = Box(wrappedValue) }

    var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}
