import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Analyses and searches as FOLDER/analyzers.tsv says, where elasticsearch.py wrote it down. Each line of input asks:
 *
 * <p>"terms, analyzer, text", with tabs between, for the terms of a text; "index, name, text, text …" for an index of texts
 * with the fields of that name, in place of the one before; "search, name, question" for the numbers of the first ten texts.
 *
 * <p>java -cp 'JARS/*' Exported.java FOLDER
 */
final class Exported {
    private record Searched(String name, Analyzer indexed, Analyzer asked, float boost) {}

    private static final Map<String, Analyzer> ANALYZERS = new HashMap<>(Map.of("arabic", new ArabicAnalyzer()));
    private static final Map<String, List<Searched>> SEARCHED = new HashMap<>();
    private static final Map<String, BM25Similarity> SIMILARITIES = new HashMap<>();
    private static final Map<String, IndexSearcher> INDEXED = new HashMap<>();
    private static final int TOP = 10;

    private Exported() {}

    /** N-grams of what stands between white space: what Elasticsearch makes of its `token_chars`. */
    public static final class Pieces extends TokenizerFactory {
        private final int min;
        private final int max;

        public Pieces(Map<String, String> options) {
            super(options);
            min = requireInt(options, "minGramSize");
            max = requireInt(options, "maxGramSize");
        }

        @Override
        public Tokenizer create(AttributeFactory factory) {
            return new NGramTokenizer(factory, min, max) {
                @Override
                protected boolean isTokenChar(int character) {
                    return !Character.isWhitespace(character);
                }
            };
        }
    }

    public static void main(String[] arguments) throws IOException {
        define(Path.of(arguments[0]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split("\t", -1);
            System.out.println(String.join(" ", switch (cells[0]) {
                case "terms" -> terms(ANALYZERS.get(cells[1]), cells[2]);
                case "index" -> index(cells);
                default -> search(cells);
            }));
        }
    }

    private static void define(Path folder) throws IOException {
        CustomAnalyzer.Builder builder = null;
        for (String line : Files.readAllLines(folder.resolve("analyzers.tsv"))) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "analyzer" -> builder = CustomAnalyzer.builder(folder);
                case "char_filter" -> builder.addCharFilter(cells[1], options(cells));
                case "tokenizer" -> {
                    if (cells[1].equals("nGram")) {
                        builder.withTokenizer(Pieces.class, options(cells));
                    } else {
                        builder.withTokenizer(cells[1], options(cells));
                    }
                }
                case "filter" -> builder.addTokenFilter(cells[1], options(cells));
                case "end" -> ANALYZERS.put(cells[1], builder.build());
                case "similarity" -> SIMILARITIES.put(
                        cells[1], new BM25Similarity(Float.parseFloat(cells[2]), Float.parseFloat(cells[3])));
                default -> SEARCHED.computeIfAbsent(cells[1], name -> new ArrayList<>())
                        .add(new Searched(cells[2], ANALYZERS.get(cells[3]), ANALYZERS.get(cells[4]),
                                Float.parseFloat(cells[5])));
            }
        }
    }

    private static Map<String, String> options(String[] cells) {
        Map<String, String> options = new HashMap<>();
        for (int place = 2; place < cells.length; place += 2) {
            options.put(cells[place], cells[place + 1]);
        }
        return options;
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }

    private static List<String> index(String[] cells) throws IOException {
        Map<String, Analyzer> analyzers = new HashMap<>();
        SEARCHED.get(cells[1]).forEach(field -> analyzers.put(field.name(), field.indexed()));
        ByteBuffersDirectory folder = new ByteBuffersDirectory();
        Analyzer analyzer = new PerFieldAnalyzerWrapper(new ArabicAnalyzer(), analyzers);
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITIES.get(cells[1]));
        try (IndexWriter writer = new IndexWriter(folder, config)) {
            for (int place = 2; place < cells.length; place++) {
                Document document = new Document();
                for (Searched field : SEARCHED.get(cells[1])) {
                    document.add(new TextField(field.name(), cells[place], Field.Store.NO));
                }
                writer.addDocument(document);
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(folder));
        searcher.setSimilarity(SIMILARITIES.get(cells[1]));
        INDEXED.put(cells[1], searcher);
        return List.of();
    }

    private static List<String> search(String[] cells) throws IOException {
        List<String> found = new ArrayList<>();
        for (ScoreDoc each : INDEXED.get(cells[1]).search(query(SEARCHED.get(cells[1]), cells[2]), TOP).scoreDocs) {
            found.add(Integer.toString(each.doc));
        }
        return found;
    }

    /** What Elasticsearch makes of a multi_match of the type most_fields: the sum of a query for each field. */
    private static Query query(List<Searched> fields, String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Searched field : fields) {
            Query asked = new QueryBuilder(field.asked()).createBooleanQuery(field.name(), question);
            if (asked != null) {
                query.add(new BoostQuery(asked, field.boost()), BooleanClause.Occur.SHOULD);
            }
        }
        return query.build();
    }
}
