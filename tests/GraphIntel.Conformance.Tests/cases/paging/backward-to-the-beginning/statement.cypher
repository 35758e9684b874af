CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id DESC LIMIT $p.a1
  RETURN [n1.id, n1.id]
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.id IS NOT NULL AND (n2.id < $p.a4)
  WITH *
  ORDER BY n2.id DESC LIMIT $p.a3
  RETURN [n2.id]
} AS c1, COLLECT {
  MATCH (n3:Actor)
  WHERE n3.id IS NOT NULL AND (n3.id < $p.a7)
  WITH *
  ORDER BY n3.id DESC LIMIT $p.a6
  RETURN [n3.id]
} AS c2
RETURN [reverse(c0), reverse(c1), reverse(c2)] AS r
