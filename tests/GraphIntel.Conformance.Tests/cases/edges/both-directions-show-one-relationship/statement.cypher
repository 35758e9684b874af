CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a1
    WITH *, COLLECT {
      WITH startNode(r3) AS n4
      RETURN [n4.id]
    } AS c1, COLLECT {
      WITH endNode(r3) AS n5
      RETURN [n5.id]
    } AS c2
    RETURN [n2.id, r3.id, c1[0], c2[0]]
  } AS c3
  RETURN [c0, c3]
} AS c4
RETURN [c4[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    WHERE n2.id = $p.a1
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    WHERE n2.id = $p.a1
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH startNode(r3) AS n4
      RETURN [n4.id]
    } AS c1
    RETURN [n2.id, r3.id, n2.id, r3.id, c1[0]]
  } AS c2
  RETURN [c0, c2]
} AS c3
RETURN [c3[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a0
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    WHERE n2.kind = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE NOT EXISTS {
    MATCH (n1)-[r3:BORDERS]-(n2:Place)
    WHERE NOT coalesce(n2.kind = $p.a0, false)
    RETURN 1
  } AND n1.kind IN $p.a1 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
