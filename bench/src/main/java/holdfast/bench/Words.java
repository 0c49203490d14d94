package holdfast.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A made-up vocabulary, whose words come as often as those of a language do (Zipf). */
final class Words {
    private static final String[] SYLLABLES = {
        "an", "ba", "che", "de", "el", "fin", "ga", "her", "in", "jo", "ka", "list", "mi", "node", "or", "pa", "que",
        "re", "set", "ti", "un", "val", "wer", "xo", "ye", "zu", "buf", "ctx", "get", "map", "put", "sch"
    };

    private final List<String> words;
    private final double spread;

    Words(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> made = new HashSet<>();
        List<String> all = new java.util.ArrayList<>(count);
        while (all.size() < count) {
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (made.add(word.toString())) {
                all.add(word.toString());
            }
        }
        this.words = List.copyOf(all);
        this.spread = Math.log(count + 1.0);
    }

    /** A word, the first ones far more often than the last. */
    String any(SplittableRandom random) {
        return words.get((int) Math.exp(random.nextDouble() * spread) - 1);
    }
}
