CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n1)-[r2:PART_OF]->(n3:Place)
    RETURN r2.id
  } AS c0
  WITH *
  ORDER BY c0[0] IS NOT NULL DESC, c0[0] DESC, n1.id DESC LIMIT $p.a1
  RETURN [n1.id]
} AS c1
RETURN [c1] AS r
