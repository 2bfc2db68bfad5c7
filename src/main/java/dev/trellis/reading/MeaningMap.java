package dev.trellis.reading;

import java.nio.ByteBuffer;

/**
 * What a sentence's vector lacks to lie where the labels of what it speaks of lie: a square matrix, learned from sentences and
 * the labels people gave them. It knows no label, only directions, so it reads any framework.
 */
final class MeaningMap {

    private final float[][] rows;

    /** @param rows one row a dimension of the sentence's vector */
    MeaningMap(float[][] rows) {
        this.rows = rows;
    }

    /** @throws IllegalArgumentException if the bytes are not a square of half-precision numbers */
    static MeaningMap read(byte[] file) {
        int size = (int) Math.round(Math.sqrt(file.length / (double) Short.BYTES));
        if (size == 0 || size * size * Short.BYTES != file.length) {
            throw new IllegalArgumentException(
                    "a map of meaning is a square of numbers, not " + file.length + " bytes");
        }
        ByteBuffer numbers = ByteBuffer.wrap(file);
        float[][] rows = new float[size][size];
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = Float.float16ToFloat(numbers.getShort());
            }
        }
        return new MeaningMap(rows);
    }

    byte[] bytes() {
        ByteBuffer numbers = ByteBuffer.allocate(rows.length * rows.length * Short.BYTES);
        for (float[] row : rows) {
            for (float number : row) {
                numbers.putShort(Float.floatToFloat16(number));
            }
        }
        return numbers.array();
    }

    float[] of(float[] vector) {
        float[] mapped = new float[rows.length];
        for (int d = 0; d < rows.length; d++) {
            VectorTable.addScaled(mapped, 0, rows[d], 0, rows.length, vector[d]);
        }
        return mapped;
    }
}
