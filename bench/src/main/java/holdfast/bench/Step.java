package holdfast.bench;

/** The steps that {@code bench/micro} measures; {@code holdfast.bench.micro.Steps} has a method of each name. */
enum Step {
    CUT(
            "cut",
            "cutting into chunks",
            "a look-up, a shift and an addition for as many bytes as the cutter has to look at, four lanes at once, "
                    + "nothing decided, both compilers"),
    HASH("hash", "ids of chunks (HMAC-SHA-256)", "`openssl speed -evp sha256`, 2 MiB at a time"),
    COMPRESS(
            "compress",
            "compressing groups (zstd 3)",
            "the faster of the system's `zstd -b3` and the library that we bring, called with one context and memory "
                    + "outside the heap; the same bytes, 2 MiB at a time"),
    SEAL("seal", "sealing groups (AES-256-GCM)", "`openssl speed -evp aes-256-gcm`, 2 MiB at a time"),
    COMPRESS_AND_SEAL(
            "compressAndSeal",
            "compressing and sealing groups",
            "the two limits one after the other, the second for what `zstd` leaves of the bytes");

    final String method;
    final String title;
    final String limit;

    Step(String method, String title, String limit) {
        this.method = method;
        this.title = title;
        this.limit = limit;
    }
}
