CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.kind IN $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE NOT coalesce(n1.kind IN $p.a0, false) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.kind IN $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
