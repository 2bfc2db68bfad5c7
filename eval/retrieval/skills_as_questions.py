"""Makes a collection in BEIR's form of sentences labelled with skills: a label asks, the sentences labelled with it answer.

python3 skills_as_questions.py CASES.csv.gz INTO    (columns sentence and either skills, a list, or label)
"""
import ast
import csv
import gzip
import json
import pathlib
import sys

NO_LABEL = {"", "UNK", "UNDERSPECIFIED", "LABEL NOT PRESENT"}

cases, into = sys.argv[1], pathlib.Path(sys.argv[2])
into.mkdir(parents=True, exist_ok=True)
sentences, labelled = {}, {}
with gzip.open(cases, "rt", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        sentence = row["sentence"].strip().strip('"')
        number = sentences.setdefault(sentence, f"s{len(sentences)}")
        for label in ast.literal_eval(row["skills"]) if "skills" in row else [row["label"]]:
            if label not in NO_LABEL:
                labelled.setdefault(label, set()).add(number)
questions = {label: f"q{i}" for i, label in enumerate(sorted(labelled))}
with open(into / "corpus.jsonl", "w", encoding="utf-8") as out:
    for sentence, number in sentences.items():
        out.write(json.dumps({"_id": number, "title": "", "text": sentence}) + "\n")
with open(into / "queries.jsonl", "w", encoding="utf-8") as out:
    for label, number in questions.items():
        out.write(json.dumps({"_id": number, "text": label}) + "\n")
with open(into / "qrels.tsv", "w", encoding="utf-8") as out:
    out.write("query-id\tcorpus-id\tscore\n")
    for label, numbers in sorted(labelled.items()):
        for number in sorted(numbers):
            out.write(f"{questions[label]}\t{number}\t1\n")
