import csv, io, urllib.request

def table(name):
    with urllib.request.urlopen("{release}csv/" + name + ".csv") as answer:
        return list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))

titles = {row["id"]: row["title"] for row in table("occupations")}
rows = [row for row in table("interests") if row["social"]]
rows.sort(key=lambda row: (-float(row["social"]), int(row["id"])))
for row in rows[:5]:
    print(titles[row["id"]], row["social"], sep=",")
