CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:BORDERS]-(n3:Place)
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)-[r2:BORDERS]-(n3:Place)
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH startNode(r2) AS n4
      RETURN [n4.id]
    } AS c1, COLLECT {
      WITH endNode(r2) AS n5
      RETURN [n5.id]
    } AS c2
    RETURN [n3.id, r2.id, c1[0], c2[0]]
  } AS c3
  RETURN [c0, c3]
} AS c4, COLLECT {
  MATCH (n6:Place)
  WHERE n6.id = $p.a3
  WITH *, COUNT {
    MATCH (n6)-[r7:BORDERS]-(n8:Place)
    WHERE r7.id = $p.a4
    RETURN n8
  } AS c5, COLLECT {
    MATCH (n6)-[r7:BORDERS]-(n8:Place)
    WHERE r7.id = $p.a4
    WITH *
    ORDER BY n8.id ASC, r7.id ASC LIMIT $p.a6
    WITH *, COLLECT {
      WITH startNode(r7) AS n9
      RETURN [n9.id]
    } AS c6
    RETURN [n8.id, r7.id, n8.id, r7.id, c6[0]]
  } AS c7
  RETURN [c5, c7]
} AS c8, COLLECT {
  MATCH (n10:Place)
  WHERE EXISTS {
    MATCH (n10)-[r11:BORDERS]-(n12:Place)
    RETURN 1
  } AND n10.id IS NOT NULL
  WITH *
  ORDER BY n10.id ASC LIMIT $p.a8
  RETURN [n10.id]
} AS c9, COLLECT {
  MATCH (n13:Place)
  WHERE EXISTS {
    MATCH (n13)-[r14:BORDERS]-(n15:Place)
    WHERE n15.kind = $p.a9
    RETURN 1
  } AND n13.id IS NOT NULL
  WITH *
  ORDER BY n13.id ASC LIMIT $p.a11
  RETURN [n13.id]
} AS c10, COLLECT {
  MATCH (n16:Place)
  WHERE NOT EXISTS {
    MATCH (n16)-[r17:BORDERS]-(n18:Place)
    WHERE NOT coalesce(n18.kind = $p.a12, false)
    RETURN 1
  } AND n16.kind IN $p.a13 AND n16.id IS NOT NULL
  WITH *
  ORDER BY n16.id ASC LIMIT $p.a15
  RETURN [n16.id]
} AS c11
RETURN [c4[0], c8[0], c9, c10, c11] AS r
