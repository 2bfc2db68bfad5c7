package dev.trellis.reading;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Groups points with Tribuo's k-means++. How many groups is decided by the simplified silhouette (Hruschka et al. 2004): how much
 * nearer a point is to the middle of its own group than to that of the next.
 */
final class Grouping {

    private static final int ROUNDS = 30;
    private static final int ONE_THREAD = 1;
    private static final long SEED = 20261101;

    private Grouping() {}

    /** A text in the space of meanings. */
    record Point(double[] at) {

        /** Of nothing: the origin. */
        static Point meanOf(List<float[]> vectors, int dimensions) {
            double[] mean = new double[dimensions];
            for (float[] vector : vectors) {
                for (int d = 0; d < dimensions; d++) {
                    mean[d] += vector[d] / vectors.size();
                }
            }
            return new Point(mean);
        }

        /** Vectors of one model lie in one corner: their middle is taken off, what is left made of unit length. */
        static List<Point> fromTheirMiddle(List<Point> points) {
            int dimensions = points.getFirst().at().length;
            double[] middle = new double[dimensions];
            for (Point point : points) {
                for (int d = 0; d < dimensions; d++) {
                    middle[d] += point.at()[d] / points.size();
                }
            }
            return points.stream()
                    .map(point -> {
                        double[] at = IntStream.range(0, dimensions)
                                .mapToDouble(d -> point.at()[d] - middle[d])
                                .toArray();
                        double length =
                                Math.sqrt(Arrays.stream(at).map(v -> v * v).sum());
                        return new Point(Arrays.stream(at)
                                .map(v -> v / Math.max(length, 1e-9))
                                .toArray());
                    })
                    .toList();
        }

        /** Two views of the same texts side by side, each counting half. */
        static List<Point> joined(List<Point> first, List<Point> second) {
            return IntStream.range(0, first.size())
                    .mapToObj(i -> new Point(DoubleStream.concat(
                                    Arrays.stream(first.get(i).at()),
                                    Arrays.stream(second.get(i).at()))
                            .map(value -> value / Math.sqrt(2))
                            .toArray()))
                    .toList();
        }

        double distance(double[] other) {
            double sum = 0;
            for (int d = 0; d < at.length; d++) {
                sum += (at[d] - other[d]) * (at[d] - other[d]);
            }
            return Math.sqrt(sum);
        }
    }

    /** @return the group of each point, from 0, in order */
    static int[] of(List<Point> points, int most) {
        int limit = Math.min(most, points.size() / 2);
        int[] best = new int[points.size()];
        double clearest = 0;
        for (int groups = 2; groups <= limit; groups++) {
            double[][] middles = middles(points, groups);
            double clear = points.stream()
                    .mapToDouble(point -> clearness(point, middles))
                    .average()
                    .orElse(0);
            if (clear > clearest) {
                clearest = clear;
                best = points.stream()
                        .mapToInt(point -> nearest(point, middles))
                        .toArray();
            }
        }
        return best;
    }

    private static double[][] middles(List<Point> points, int groups) {
        List<org.tribuo.Example<ClusterID>> examples = new ArrayList<>();
        String[] names = IntStream.range(0, points.getFirst().at().length)
                .mapToObj("d%03d"::formatted)
                .toArray(String[]::new);
        points.forEach(
                point -> examples.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, point.at())));
        var factory = new ClusteringFactory();
        var source = new ListDataSource<>(
                examples,
                factory,
                new SimpleDataSourceProvenance(
                        "texts", OffsetDateTime.ofInstant(KindTraining.TRAINED_AT, ZoneOffset.UTC), factory));
        KMeansModel model = new KMeansTrainer(
                        groups, ROUNDS, DistanceType.L2.getDistance(), Initialisation.PLUSPLUS, ONE_THREAD, SEED)
                .train(new MutableDataset<>(source));
        return Arrays.stream(model.getCentroidVectors())
                .map(vector -> vector.toArray())
                .toArray(double[][]::new);
    }

    private static int nearest(Point point, double[][] middles) {
        int nearest = 0;
        for (int i = 1; i < middles.length; i++) {
            nearest = point.distance(middles[i]) < point.distance(middles[nearest]) ? i : nearest;
        }
        return nearest;
    }

    private static double clearness(Point point, double[][] middles) {
        double[] distances =
                Arrays.stream(middles).mapToDouble(point::distance).sorted().toArray();
        return distances[1] == 0 ? 0 : (distances[1] - distances[0]) / distances[1];
    }
}
