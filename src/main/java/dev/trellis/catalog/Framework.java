package dev.trellis.catalog;

/**
 * A competency framework and the scale its levels are on.
 *
 * @param code unique, such as {@code demo}, {@code onet}, {@code esco}
 * @param attribution text the licence asks to be shown; empty for none
 * @param lowestLevel lowest level of the scale, such as 0 for O*NET's LV scale
 * @param highestLevel highest level of the scale, such as 7 for O*NET's LV scale
 */
public record Framework(
        FrameworkId id, String code, String name, String attribution, double lowestLevel, double highestLevel) {}
