CYPHER 5
WITH COUNT {
  MATCH (n1:Place)
  WHERE (point.distance(n1.location, point({latitude: CASE WHEN $p.a0 < 20037518 THEN $p.a1 ELSE 90.0 END, longitude: $p.a2})) <= $p.a0 + 0.5 AND [m IN [point.distance(n1.location, point({latitude: $p.a1, longitude: $p.a2}))] | CASE isNaN(m) WHEN true THEN 20037518 WHEN false THEN toInteger(floor(m + 0.5)) END][0] <= $p.a0) AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Place)
  WHERE (point.distance(n1.location, point({latitude: CASE WHEN $p.a0 < 20037518 THEN $p.a1 ELSE 90.0 END, longitude: $p.a2})) <= $p.a0 + 0.5 AND [m IN [point.distance(n1.location, point({latitude: $p.a1, longitude: $p.a2}))] | CASE isNaN(m) WHEN true THEN 20037518 WHEN false THEN toInteger(floor(m + 0.5)) END][0] <= $p.a0) AND n1.id IS NOT NULL
  WITH *, [m IN [point.distance(n1.location, point({latitude: $p.a3, longitude: $p.a4}))] | CASE isNaN(m) WHEN true THEN 20037518 WHEN false THEN toInteger(floor(m + 0.5)) END][0] AS c1
  WITH *
  ORDER BY c1 IS NOT NULL ASC, c1 ASC, n1.id ASC LIMIT $p.a5
  RETURN [c1, n1.id, n1.name, n1.location]
} AS c2
RETURN [c0, c2] AS r
