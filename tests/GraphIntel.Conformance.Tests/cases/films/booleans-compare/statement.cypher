CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.alive = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id, n1.alive]
} AS c0, COUNT {
  MATCH (n2:Person)
  WHERE NOT coalesce(n2.alive = $p.a3, false) AND n2.id IS NOT NULL
  RETURN n2
} AS c1, COLLECT {
  MATCH (n3:Person)
  WHERE n3.alive IS NULL AND n3.id IS NOT NULL
  WITH *
  ORDER BY n3.id ASC LIMIT $p.a7
  RETURN [n3.id, n3.alive]
} AS c2, COUNT {
  MATCH (n4:Person)
  WHERE n4.alive IS NOT NULL AND NOT coalesce(n4.alive = $p.a8, false) AND n4.id IS NOT NULL
  RETURN n4
} AS c3
RETURN [c0, c1, c2, c3] AS r
