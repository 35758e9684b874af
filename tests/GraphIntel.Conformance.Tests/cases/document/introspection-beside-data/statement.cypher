CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.name]
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.id = $p.a1
  RETURN [n2.id]
} AS c1
RETURN [c0[0], c1[0]] AS r
