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
  } AS c1, COLLECT {
    MATCH (n1)-[r6:OCCURRED_AT]->(n7:Place)
    RETURN n7.name
  } AS c2
  WITH *
  ORDER BY c1[0] IS NOT NULL DESC, c1[0] DESC, c2[0] IS NOT NULL ASC, c2[0] ASC, n1.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    MATCH (n1)-[r8:OCCURRED_AT]->(n9:Place)
    WITH *, COLLECT {
      MATCH (n9)-[r10:PART_OF]->(n11:Place)
      RETURN [n11.name]
    } AS c3
    RETURN [n9.name, c3[0]]
  } AS c4
  RETURN [n1.id, c4[0]]
} AS c5
RETURN [c5] AS r
