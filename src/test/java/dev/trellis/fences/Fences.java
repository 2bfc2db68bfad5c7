package dev.trellis.fences;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Which library may be seen from where. The module fences proper stand in each {@code package-info.java}. */
final class Fences {

    private Fences() {}

    static ArchRule luceneStaysInSearch(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("only search knows that it stands on Lucene");
    }

    static ArchRule tribuoStaysInItsModules(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".reading..",
                        root + ".ranking..",
                        root + ".learning..",
                        root + ".risk..",
                        root + ".trends..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tribuo..")
                .because("models are trained and asked in reading, ranking, learning, risk and trends");
    }

    static ArchRule languageModelsStayInDrafting(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".drafting..", root + ".search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .because("only drafting talks to a language model");
    }

    static ArchRule searchUsesEmbeddingsOnly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".search..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.langchain4j.model.chat..", "dev.langchain4j.model.openai..", "dev.langchain4j.service..")
                .because("search computes vectors and writes nothing");
    }

    static ArchRule verificationIsPureJava(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".verification..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "dev.langchain4j..",
                        "org.apache.lucene..")
                .because("the gate must be readable and runnable without anything else");
    }
}
