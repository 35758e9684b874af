CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE point.withinBBox(n1.shotAt, point({latitude: $p.a0, longitude: $p.a1}), point({latitude: $p.a2, longitude: $p.a3})) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.title, n1.shotAt]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE NOT coalesce(point.withinBBox(n1.shotAt, point({latitude: $p.a0, longitude: $p.a1}), point({latitude: $p.a2, longitude: $p.a3})), false) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.title]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE point.withinBBox(n1.shotAt, point({latitude: $p.a0, longitude: $p.a1}), point({latitude: $p.a2, longitude: $p.a3})) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.title]
} AS c0
RETURN [c0] AS r
