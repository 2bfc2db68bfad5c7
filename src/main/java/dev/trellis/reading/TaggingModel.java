package dev.trellis.reading;

/**
 * What reading has learned: which stretches of a sentence name a skill, how a sentence's meaning turns towards labels, how the
 * signals weigh, and what their sum is worth as a probability. None of it knows a label, so it reads any framework.
 */
record TaggingModel(YesNoModel stretches, MeaningMap map, YesNoModel mentions, Calibration calibration, String id) {

    static final String STRETCHES = "stretches.pb";
    static final String MAP = "map.f16";
    static final String MENTIONS = "mentions.pb";
    static final String CALIBRATION = "calibration.json";

    /** @throws IllegalArgumentException if a file is not what it should be */
    static TaggingModel read(byte[] stretches, byte[] map, byte[] mentions, byte[] calibration) {
        return new TaggingModel(
                YesNoModel.read(stretches),
                MeaningMap.read(map),
                YesNoModel.read(mentions),
                Calibration.read(calibration),
                "tagging:" + ModelFile.hash(stretches, map, mentions, calibration));
    }
}
