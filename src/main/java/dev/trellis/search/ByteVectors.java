package dev.trellis.search;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Writes vectors a second time with a byte a dimension, which is what searching reads: a quarter of the memory, or four times
 * as many passages in the same. Whoever is found is compared by the whole vector afterwards.
 *
 * <p>{@code eval/speed/README.md} has the recall and what 7 bits gave. Links and beam are Lucene's defaults.
 */
final class ByteVectors extends Lucene104Codec {

    private static final int LINKS = 16;
    private static final int BEAM = 100;

    private final KnnVectorsFormat format =
            new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, LINKS, BEAM);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return format;
    }
}
