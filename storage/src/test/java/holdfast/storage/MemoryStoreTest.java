package holdfast.storage;

class MemoryStoreTest extends ObjectStoreContract {
    @Override
    protected ObjectStore emptyStore() {
        return new MemoryStore();
    }
}
