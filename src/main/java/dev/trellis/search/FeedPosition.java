package dev.trellis.search;

import java.util.Map;
import java.util.Optional;

/**
 * How far an index has followed the change feed: everything up to and including this row is in it.
 *
 * @param database which database, and which life of it
 * @param transaction that wrote the row
 * @param number of the row; -1 before the first row of the transaction
 */
record FeedPosition(String database, long transaction, long number) {

    private static final String DATABASE = "database";
    private static final String TRANSACTION = "transaction";
    private static final String NUMBER = "number";

    FeedPosition at(long laterTransaction, long laterNumber) {
        return new FeedPosition(database, laterTransaction, laterNumber);
    }

    /** Whether the rows behind this position are those of that database, and none of them are yet to be written. */
    boolean isOf(ChangeFeed.Horizon horizon) {
        boolean ahead = number < 0 ? transaction > horizon.next() : transaction >= horizon.next();
        return database.equals(horizon.database()) && !ahead;
    }

    boolean isBefore(FeedPosition other) {
        return transaction < other.transaction || (transaction == other.transaction && number < other.number);
    }

    Map<String, String> asCommitData() {
        return Map.of(DATABASE, database, TRANSACTION, Long.toString(transaction), NUMBER, Long.toString(number));
    }

    static Optional<FeedPosition> from(Map<String, String> commitData) {
        String database = commitData.get(DATABASE);
        String transaction = commitData.get(TRANSACTION);
        String number = commitData.get(NUMBER);
        if (database == null || transaction == null || number == null) {
            return Optional.empty();
        }
        return Optional.of(new FeedPosition(database, Long.parseLong(transaction), Long.parseLong(number)));
    }
}
