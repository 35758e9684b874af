CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE any(e2 IN n1.aliases WHERE true) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id, n1.aliases]
} AS c0, COUNT {
  MATCH (n3:Person)
  WHERE NOT coalesce(any(e4 IN n3.aliases WHERE e4 CONTAINS $p.a2), false) AND n3.id IS NOT NULL
  RETURN n3
} AS c1, COLLECT {
  MATCH (n5:Person)
  WHERE n5.id = $p.a5
  RETURN [n5.aliases]
} AS c2
RETURN [c0, c1, c2[0]] AS r
