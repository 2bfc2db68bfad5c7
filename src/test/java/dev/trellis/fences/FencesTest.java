package dev.trellis.fences;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.trellis.TrellisApplication;
import dev.trellis.testing.BesideOthers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

@BesideOthers
class FencesTest {

    private static final String PLANTED = "dev.trellis.fences.planted";

    static Stream<ArchRule> rules() {
        return rulesBelow("dev.trellis");
    }

    private static Stream<ArchRule> rulesBelow(String root) {
        return Stream.of(
                Fences.luceneStaysInSearch(root),
                Fences.tribuoStaysInItsModules(root),
                Fences.languageModelsStayInDrafting(root),
                Fences.searchUsesEmbeddingsOnly(root),
                Fences.verificationIsPureJava(root));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void librariesStayBehindTheirDoors(ArchRule rule) {
        rule.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.trellis"));
    }

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(TrellisApplication.class).verify();
    }

    static Stream<ArchRule> plantedRules() {
        return rulesBelow(PLANTED);
    }

    @ParameterizedTest
    @MethodSource("plantedRules")
    void aPlantedBreachTurnsEachFenceRed(ArchRule rule) {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

        assertThatThrownBy(() -> rule.check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aPlantedModuleDependencyTurnsTheModuleFenceRed() {
        ApplicationModules planted = ApplicationModules.of(PLANTED, location -> true);

        assertThatThrownBy(planted::verify).isInstanceOf(Violations.class).hasMessageContaining("attic");
    }
}
