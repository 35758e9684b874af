CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.name, n1.name]
} AS c0
RETURN [c0[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.name]
} AS c0
RETURN [c0[0]] AS r
