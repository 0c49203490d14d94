package holdfast.server.drill.synthetic;

import java.util.List;

/** The words that synthetic names and addresses are made of: English (romanised), traditional, simplified. */
final class Words {
    /** One word in three writings. */
    record Word(String english, String traditional, String simplified) {
        static List<Word> list(String text) {
            return text.lines()
                    .flatMap(line -> List.of(line.split(",")).stream())
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.split("\\|"))
                    .map(parts -> new Word(parts[0], parts[1], parts.length > 2 ? parts[2] : parts[1]))
                    .toList();
        }
    }

    /** A district and the region it lies in. */
    record District(Word name, Word region) {}

    static final List<Word> SURNAMES = Word.list("""
            Chan|陳|陈, Wong|黃|黄, Lee|李, Lam|林, Cheung|張|张, Leung|梁, Ng|吳|吴, Lau|劉|刘, Wong|王, Choi|蔡,
            Yeung|楊|杨, Cheng|鄭|郑, Ho|何, Chow|周, Yip|葉|叶, Tang|鄧|邓, Lo|羅|罗, Hui|許|许, Fung|馮|冯,
            Tsang|曾, So|蘇|苏, Kwok|郭, Tse|謝|谢, Tsui|徐, Yu|余, Poon|潘, Pang|彭, Yuen|袁, Lo|盧|卢, Kong|江,
            Chu|朱, Wu|胡, Siu|蕭|萧, Mak|麥|麦, Mok|莫, Fong|方, Kwan|關|关, Tam|譚|谭, Wan|溫|温, Tong|湯|汤,
            Kan|簡|简, Chung|鍾|钟, Ko|高, Hon|韓|韩, Au Yeung|歐陽|欧阳, Szeto|司徒
            """);

    static final List<Word> GIVEN = Word.list("""
            Chi|志, Wai|偉|伟, Ming|明, Ka|家, Man|文, Chun|俊, Kwok|國|国, Keung|強|强, Wah|華|华, Wing|榮|荣, Kin|健,
            Shing|成, Tak|德, Wing|永, Fai|輝|辉, Kit|傑|杰, Lung|龍|龙, Ho|豪, Ho|浩, Ka|嘉, Lai|麗|丽, Mei|美, Ling|玲,
            Fong|芳, Ting|婷, Wai|慧, Man|敏, Wing|詠|咏, Yee|儀|仪, Shan|珊, Suet|雪, Yan|欣, Yi|怡, Ki|琪, Chun|珍,
            Yuk|玉, Sau|秀, Fung|鳳|凤, Lin|蓮|莲, Sze|思, Hiu|曉|晓, On|安, Lok|樂|乐, Yan|恩, Tsz|子, Cheuk|卓, Fung|峰,
            Yiu|耀, Hong|康, Po|寶|宝
            """);

    static final List<String> OTHER_SURNAMES = List.of(
            "Fernandes",
            "Sharma",
            "Santos",
            "Reyes",
            "Gurung",
            "Singh",
            "Okafor",
            "Tanaka",
            "Suzuki",
            "Müller",
            "Dubois",
            "Smith",
            "O'Brien",
            "Nguyen",
            "Wijaya",
            "Kowalski");

    static final List<String> OTHER_GIVEN = List.of(
            "Maria", "Anil", "Priya", "Jose", "Grace", "Bikash", "Amara", "Yuki", "Hans", "Élise", "John", "Siobhán",
            "Linh", "Dewi", "Piotr", "Ana");

    static final List<Word> BUILDING_NAMES = Word.list("""
            Hong Lok|康樂|康乐, Fu Tsui|富翠, Cheung On|祥安, Ning King|寧景|宁景, Lai Wah|麗華|丽华, Wing Fai|永輝|永辉,
            Shing Tak|成德, Kam Fung|金鳳|金凤, Hoi Ming|海明, Po Shan|寶山|宝山, Yuet Wan|悅雲|悦云, Tin Sing|天星
            """);

    static final List<Word> BUILDING_KINDS =
            Word.list("House|樓|楼, Court|苑, Mansion|大廈|大厦, Tower|閣|阁, Garden|花園|花园, Building|大樓|大楼");

    static final List<Word> STREETS = Word.list("""
            Specimen Road|樣本道|样本道, Example Street|示例街, Fictitious Avenue|虛構大道|虚构大道, Sample Lane|樣品里|样品里,
            Imaginary Path|假想徑|假想径, Pretended Street|虛擬街|虚拟街
            """);

    static final List<District> DISTRICTS = districts();

    private Words() {}

    private static List<District> districts() {
        Word island = new Word("Hong Kong", "香港", "香港");
        Word kowloon = new Word("Kowloon", "九龍", "九龙");
        Word territories = new Word("New Territories", "新界", "新界");
        List<Word> onIsland = Word.list("Central|中環|中环, Wan Chai|灣仔|湾仔, North Point|北角, Aberdeen|香港仔");
        List<Word> inKowloon = Word.list("""
                Sham Shui Po|深水埗, Mong Kok|旺角, Kwun Tong|觀塘|观塘, Wong Tai Sin|黃大仙|黄大仙, Kowloon City|九龍城|九龙城
                """);
        List<Word> inTerritories = Word.list("""
                Sha Tin|沙田, Tsuen Wan|荃灣|荃湾, Kwai Chung|葵涌, Tuen Mun|屯門|屯门, Yuen Long|元朗, Tai Po|大埔,
                Sheung Shui|上水, Sai Kung|西貢|西贡, Tung Chung|東涌|东涌
                """);
        List<District> all = new java.util.ArrayList<>();
        onIsland.forEach(name -> all.add(new District(name, island)));
        inKowloon.forEach(name -> all.add(new District(name, kowloon)));
        inTerritories.forEach(name -> all.add(new District(name, territories)));
        return List.copyOf(all);
    }
}
