import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * Indexes the lines of a file, says "ready", and answers each line of its input with the number of paragraphs found.
 *
 * <p>java -cp 'JARS/*' Lucene.java PARAGRAPHS FOLDER
 */
final class Lucene {
    private static final int TOP = 10;

    private Lucene() {}

    public static void main(String[] arguments) throws IOException {
        try (FSDirectory folder = FSDirectory.open(Path.of(arguments[1]))) {
            index(Path.of(arguments[0]), folder);
            try (DirectoryReader reader = DirectoryReader.open(folder)) {
                answer(new IndexSearcher(reader));
            }
        }
    }

    private static void index(Path paragraphs, FSDirectory folder) throws IOException {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(new WhitespaceAnalyzer()));
                Stream<String> lines = Files.lines(paragraphs)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Document document = new Document();
                document.add(new TextField("text", line, Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static void answer(IndexSearcher searcher) throws IOException {
        System.out.println("ready");
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : line.strip().split("\\s+")) {
                query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
            }
            System.out.println(searcher.search(query.build(), TOP).scoreDocs.length);
        }
    }
}
