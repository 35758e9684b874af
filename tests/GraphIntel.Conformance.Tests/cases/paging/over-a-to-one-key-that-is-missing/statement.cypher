CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n1)-[r2:OCCURRED_AT]->(n3:Place)
    WITH *, COLLECT {
      MATCH (n3)-[r4:PART_OF]->(n5:Place)
      RETURN n5.name
    } AS c0
    RETURN c0[0]
  } AS c1
  WITH *
  WHERE (c1[0] < $p.a2 OR c1[0] IS NULL OR c1[0] = $p.a2 AND (n1.id < $p.a3))
  WITH *
  ORDER BY c1[0] IS NOT NULL DESC, c1[0] DESC, n1.id DESC LIMIT $p.a1
  RETURN [c1[0], n1.id, n1.id]
} AS c2, COLLECT {
  MATCH (n6:Event)
  WHERE n6.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n6)-[r7:OCCURRED_AT]->(n8:Place)
    WITH *, COLLECT {
      MATCH (n8)-[r9:PART_OF]->(n10:Place)
      RETURN n10.name
    } AS c3
    RETURN c3[0]
  } AS c4
  WITH *
  WHERE (c4[0] < $p.a6 OR c4[0] IS NULL OR c4[0] = $p.a6 AND (n6.id < $p.a7))
  WITH *
  ORDER BY c4[0] IS NOT NULL DESC, c4[0] DESC, n6.id DESC LIMIT $p.a5
  RETURN [n6.id]
} AS c5
RETURN [c2, c5] AS r
