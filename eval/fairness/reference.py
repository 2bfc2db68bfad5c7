"""Impact ratios from the published method alone, with nothing but Python's own library: what `eval fairness` must equal.

python3 eval/fairness/reference.py CASES PERSON GROUP,GROUP OUTCOME,OUTCOME > reference.csv
"""
import csv, gzip, itertools, math, statistics, sys
from collections import defaultdict


def main(path, person, groups, outcomes):
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(path, encoding="utf-8", newline="")
    with opened as file:
        rows = list(csv.DictReader(file))
    out = csv.writer(sys.stdout)
    out.writerow("outcome attribute group people cases selected rate standard_error compared impact_ratio low high".split())
    attributes = sorted(groups)
    for outcome in sorted(outcomes):
        column, _, wanted = outcome.partition("=")
        scored = []
        for row in rows:
            field = row[column].strip()
            if field:
                scored.append((row, (field in wanted.split("|")) * 1.0 if wanted else float(field)))
        values = [value for _, value in scored]
        above = 0.5 if set(values) <= {0.0, 1.0} else statistics.median(values)
        for combined in [(a,) for a in attributes] + list(itertools.combinations(attributes, 2)):
            clusters = defaultdict(lambda: defaultdict(lambda: [0, 0]))
            for row, value in scored:
                belongs = [row[a].strip() for a in combined]
                if all(belongs):
                    cluster = clusters[" × ".join(belongs)][row[person]]
                    cluster[0] += 1
                    cluster[1] += value > above
            everybody = sum(len(people) for people in clusters.values())
            rated = {}
            for group, people in sorted(clusters.items()):
                m = len(people)
                if m < 5:
                    continue
                n = sum(c for c, _ in people.values())
                k = sum(s for _, s in people.values())
                p = k / n
                variance = m / (m - 1) * sum((s - p * c) ** 2 for c, s in people.values()) / n**2
                rated[group] = (m, n, k, p, math.sqrt(variance), m >= 10 and m >= 0.02 * everybody)
            compared = [(-r[3], group) for group, r in rated.items() if r[5]]
            best = min(compared)[1] if compared else None
            for group, (m, n, k, p, error, is_compared) in rated.items():
                ratio = low = high = ""
                if is_compared and rated[best][3] > 0:
                    ratio = p / rated[best][3]
                    if group != best and p > 0:
                        by = 1.959963984540054 * math.sqrt((error / p) ** 2 + (rated[best][4] / rated[best][3]) ** 2)
                        low, high = ratio * math.exp(-by), ratio * math.exp(by)
                out.writerow([outcome, " × ".join(combined), group, m, n, k, p, error, str(is_compared).lower(), ratio, low, high])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(","), sys.argv[4].split(","))
