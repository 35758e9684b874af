CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE (point.distance(n1.location, point({latitude: CASE WHEN $p.a0 < 20037518 THEN $p.a1 ELSE 90.0 END, longitude: $p.a2})) <= $p.a0 + 0.5 AND [m IN [point.distance(n1.location, point({latitude: $p.a1, longitude: $p.a2}))] | CASE isNaN(m) WHEN true THEN 20037518 WHEN false THEN toInteger(floor(m + 0.5)) END][0] <= $p.a0) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a3
  RETURN [n1.name, n1.kind]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE point.withinBBox(n1.location, point({latitude: $p.a0, longitude: $p.a1}), point({latitude: $p.a2, longitude: $p.a3})) AND n1.start >= $p.a4 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
