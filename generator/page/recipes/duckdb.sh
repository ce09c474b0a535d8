curl -sO {release}parquet/profiles.parquet
curl -sO {release}parquet/occupations.parquet
duckdb -csv -c "
  SELECT o.title, p.value
  FROM 'profiles.parquet' p
  JOIN 'occupations.parquet' o USING (id)
  WHERE p.domain = 'skills' AND p.item = 'programming' AND p.not_relevant = 0
  ORDER BY p.value DESC, o.id
  LIMIT 5"
