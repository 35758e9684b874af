CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n1)-[r3:OCCURRED_AT]->(n2:Place)
    WITH *, COLLECT {
      MATCH (n2)-[r5:PART_OF]->(n4:Place)
      RETURN n4.name
    } AS c0
    RETURN c0[0]
  } AS c1, COLLECT {
    MATCH (n1)-[r7:OCCURRED_AT]->(n6:Place)
    RETURN n6.name
  } AS c2
  WITH *
  ORDER BY c1[0] IS NOT NULL DESC, c1[0] DESC, c2[0] IS NOT NULL ASC, c2[0] ASC, n1.id ASC LIMIT $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r9:OCCURRED_AT]->(n8:Place)
    WITH *, COLLECT {
      MATCH (n8)-[r11:PART_OF]->(n10:Place)
      RETURN [n10.name]
    } AS c3
    RETURN [n8.name, c3[0]]
  } AS c4
  RETURN [n1.id, c4[0]]
} AS c5
RETURN [c5] AS r
