CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.kind IN $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE NOT coalesce(n2.kind IN $p.a3, false) AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.id ASC LIMIT $p.a5
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Actor)
  WHERE n3.kind IN $p.a6 AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a8
  RETURN [n3.id]
} AS c2
RETURN [c0, c1, c2] AS r
