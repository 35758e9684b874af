CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.from >= $p.a0 AND r1.from <= $p.a1 AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.from IS NOT NULL ASC, r1.from ASC, r1.id ASC LIMIT $p.a3
  WITH *, COLLECT {
    WITH startNode(r1) AS n2
    RETURN [n2.name]
  } AS c0, COLLECT {
    WITH endNode(r1) AS n3
    RETURN [n3.name]
  } AS c1, COLLECT {
    MATCH (n4:Claim)
    WHERE n4.about = r1.id AND n4.id IS NOT NULL
    WITH *
    ORDER BY n4.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      MATCH (n4)-[r6:MADE_BY]->(n5:Source)
      RETURN [n5.name]
    } AS c2
    RETURN [n4.stance, n4.made, c2[0]]
  } AS c3
  RETURN [r1.from, c0[0], c1[0], r1.status, r1.standing, c3]
} AS c4
RETURN [c4] AS r
