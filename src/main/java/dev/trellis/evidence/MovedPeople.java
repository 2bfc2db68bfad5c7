package dev.trellis.evidence;

import dev.trellis.people.PersonMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what a former role lets one assume, so that gaps after a move are measured against it. In the transaction of the move:
 * whoever drafts afterwards finds it.
 */
@Component
class MovedPeople {

    private final EvidenceLedger ledger;

    MovedPeople(EvidenceLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(PersonMoved event) {
        ledger.assumeFromRole(event.person(), event.fromRoleCode());
    }
}
