CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.name, n1.name, n1.name]
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.id = $p.a1
  RETURN [n2.name, n2.id]
} AS c1, COLLECT {
  MATCH (n3:Actor)
  WHERE n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a3
  RETURN [n3.id, n3.id, n3.id]
} AS c2
RETURN [c0[0], c1[0], c2] AS r
