package dev.trellis.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.protos.core.SequenceModelProto;
import org.tribuo.sequence.SequenceModel;

/** The tagger as files of a folder. @param id the beginning of a hash over all their bytes */
record PersonalTextModel(PersonalTagger tagger, String id) {

    static final String TAGGER = "tagger.pb.gz";

    /** @param file gives each file's bytes by its name */
    static PersonalTextModel read(Function<String, byte[]> file) {
        byte[] tagger = file.apply(TAGGER);
        byte[] ordinary = file.apply(PersonalWords.ORDINARY);
        byte[] givenNames = file.apply(PersonalWords.GIVEN_NAMES);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(tagger))) {
            SequenceModel<?> model = SequenceModel.deserialize(SequenceModelProto.parseFrom(in));
            if (!(model instanceof CRFModel field)) {
                throw new IllegalArgumentException("the tagger is a " + model.getClass());
            }
            PersonalWords words = PersonalWords.of(
                    new String(ordinary, StandardCharsets.UTF_8), new String(givenNames, StandardCharsets.UTF_8));
            return new PersonalTextModel(
                    new PersonalTagger(field, words), ModelFile.hash(tagger, ordinary, givenNames));
        } catch (IOException e) {
            throw new UncheckedIOException("the tagger cannot be read", e);
        }
    }

    /** The files by name. */
    static Map<String, byte[]> files(PersonalTagger tagger) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(TAGGER, zipped(ModelFile.bytes(tagger.model(), PersonalTraining.TRAINED_AT)));
        files.put(PersonalWords.ORDINARY, lines(tagger.known().ordinary()));
        files.put(PersonalWords.GIVEN_NAMES, lines(tagger.known().givenNames()));
        return files;
    }

    private static byte[] lines(Iterable<String> words) {
        var sorted = new java.util.TreeSet<String>();
        words.forEach(sorted::add);
        return (String.join("\n", sorted) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
