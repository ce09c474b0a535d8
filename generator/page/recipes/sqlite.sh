curl -sO {release}shigoto-atlas.sqlite
sqlite3 -csv shigoto-atlas.sqlite "
  SELECT title, annual_pay_yen, openings_ratio
  FROM occupation_overview
  WHERE openings_ratio > 3
  ORDER BY annual_pay_yen DESC, id
  LIMIT 5"
