-- 職業と、それが入る統計区分の名前、年収、有効求人倍率 / Occupations with the names and figures of their statistical classes
CREATE VIEW occupation_overview AS
SELECT o.id, o.title, o.jsoc_main, j.name AS jsoc_name, o.wage_class, c.name AS wage_class_name,
       round((w.contractual_earnings * 12 + w.annual_bonus) * 1000) AS annual_pay_yen,
       g.code AS openings_group, g.name AS openings_group_name, r.fiscal_year AS openings_year,
       CASE WHEN r.seekers > 0 THEN round(1.0 * r.openings / r.seekers, 2) END AS openings_ratio
FROM occupations o
LEFT JOIN jsoc j ON j.code = substr(o.jsoc_main, 2) -- jsoc has codes without the letter of the major group
LEFT JOIN jsoc m ON m.code = j.parent
LEFT JOIN wage_classes c ON c.code = o.wage_class
LEFT JOIN wages w ON w.class = o.wage_class AND w.sex = 'total' AND w.firm_size = 'total'
LEFT JOIN openings_groups g ON g.code = m.code
LEFT JOIN openings r ON r."group" = g.code AND r.place = 'JP-00' AND r.employment = 'all'
  AND r.fiscal_year = (SELECT max(fiscal_year) FROM openings);

-- 数値プロフィール（縦持ち）に、職業名と項目名を並べたもの / Long profiles with the names of occupation and item
CREATE VIEW profile_names AS
SELECT p.domain, p.id, o.title, p.item, i.name AS item_name, p.value, i.minimum, i.maximum, p.not_relevant, p.small_sample, p.fiscal_year
FROM profiles p
JOIN occupations o ON o.id = p.id
JOIN items i ON i.domain = p.domain AND i."column" = p.item;

-- 職種の賃金に名前と年収を並べたもの / Wages with the name of the class and annual pay
CREATE VIEW wage_names AS
SELECT w.class, c.name, w.sex, w.firm_size, round((w.contractual_earnings * 12 + w.annual_bonus) * 1000) AS annual_pay_yen,
       w.age, w.tenure_years, w.scheduled_hours, w.overtime_hours, w.workers * 10 AS workers
FROM wages w
JOIN wage_classes c ON c.code = w.class;

-- 求人と求職に名前と有効求人倍率を並べたもの / Openings with names and the ratio of openings to seekers
CREATE VIEW openings_names AS
SELECT r."group", g.name AS group_name, r.place, p.name AS place_name, p.region, r.fiscal_year, r.employment, r.openings, r.seekers,
       CASE WHEN r.seekers > 0 THEN round(1.0 * r.openings / r.seekers, 2) END AS ratio
FROM openings r
JOIN openings_groups g ON g.code = r."group"
JOIN places p ON p.code = r.place;
