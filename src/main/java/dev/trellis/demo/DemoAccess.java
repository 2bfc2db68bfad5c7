package dev.trellis.demo;

/** What a person may do in Trellis besides being an employee. */
public enum DemoAccess {
    LEARNER,
    MENTOR,
    PROGRAMME_LEAD,
    HR_PARTNER,
    ADMINISTRATOR
}
