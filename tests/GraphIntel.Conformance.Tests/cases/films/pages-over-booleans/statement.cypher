CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.alive IS NOT NULL ASC, n1.alive ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.alive, n1.id, n1.id, n1.alive]
} AS c0, COLLECT {
  MATCH (n2:Person)
  WHERE n2.id IS NOT NULL AND n2.alive >= $p.a4 AND (n2.alive > $p.a4 OR n2.alive = $p.a4 AND (n2.id > $p.a5))
  WITH *
  ORDER BY n2.alive IS NOT NULL ASC, n2.alive ASC, n2.id ASC LIMIT $p.a3
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Person)
  WHERE n3.id IS NOT NULL AND (n3.alive < $p.a8 OR n3.alive IS NULL OR n3.alive = $p.a8 AND (n3.id < $p.a9))
  WITH *
  ORDER BY n3.alive IS NOT NULL DESC, n3.alive DESC, n3.id DESC LIMIT $p.a7
  RETURN [n3.id]
} AS c2
RETURN [c0, c1, reverse(c2)] AS r
