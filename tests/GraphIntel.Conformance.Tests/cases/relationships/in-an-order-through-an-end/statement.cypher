CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->(n2:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n2)-[r4:PART_OF]->(n3:Place)
    RETURN n3.name
  } AS c0
  WITH *
  ORDER BY c0[0] IS NOT NULL ASC, c0[0] ASC, n2.id DESC, r1.id DESC LIMIT $p.a0
  WITH *, COLLECT {
    WITH endNode(r1) AS n5
    WITH *, COLLECT {
      MATCH (n5)-[r7:PART_OF]->(n6:Place)
      RETURN [n6.name]
    } AS c1
    RETURN [n5.id, c1[0]]
  } AS c2
  RETURN [c0[0], n2.id, r1.id, r1.id, c2[0]]
} AS c3
RETURN [c3] AS r
