package dev.trellis.learning;

import dev.trellis.people.PersonId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Habits that a mentor does not want followed. */
@Component
class SwitchedOff {

    private final JdbcClient jdbc;

    SwitchedOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Habit> of(PersonId mentor) {
        return new HashSet<>(jdbc.sql("select habit from learning_switched_off where mentor = :mentor")
                .param("mentor", mentor.value())
                .query((row, number) -> Habit.valueOf(row.getString("habit")))
                .list());
    }

    void off(PersonId mentor, Habit habit) {
        jdbc.sql("insert into learning_switched_off (mentor, habit) values (:mentor, :habit) on conflict do nothing")
                .param("mentor", mentor.value())
                .param("habit", habit.name())
                .update();
    }

    void on(PersonId mentor, Habit habit) {
        jdbc.sql("delete from learning_switched_off where mentor = :mentor and habit = :habit")
                .param("mentor", mentor.value())
                .param("habit", habit.name())
                .update();
    }
}
