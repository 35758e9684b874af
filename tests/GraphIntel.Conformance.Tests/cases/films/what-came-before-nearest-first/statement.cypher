CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:SEQUEL_OF]->(n3:Film)
    WITH *, COLLECT {
      MATCH (n3)-[r4:SEQUEL_OF]->(n5:Film)
      WITH *, COLLECT {
        MATCH (n5)-[r6:SEQUEL_OF]->(n7:Film)
        RETURN [n7.title]
      } AS c0, COLLECT {
        MATCH (n5)<-[r8:SEQUEL_OF]-(n9:Film)
        WITH *
        ORDER BY n9.id ASC LIMIT $p.a2
        RETURN [n9.id]
      } AS c1
      RETURN [n5.title, c0[0], c1]
    } AS c2
    RETURN [n3.title, c2[0]]
  } AS c3, COUNT {
    MATCH (n1)-[:SEQUEL_OF*1..32]->(w12x1)
    WITH DISTINCT w12x1
    WITH w12x1 AS n11
    WHERE n11:Film AND n11 <> n1
    RETURN n11
  } AS c4, COLLECT {
    MATCH w12p1 = (n1)-[:SEQUEL_OF*1..32]->(w12x1)
    WITH w12x1, min(length(w12p1)) AS w12d1
    WITH w12x1 AS n11, w12d1 AS w12
    WHERE n11:Film AND n11 <> n1
    WITH *
    ORDER BY w12 ASC, n11.id ASC LIMIT $p.a4
    RETURN [w12, n11.id, n11.year]
  } AS c5, COLLECT {
    MATCH w15p1 = (n1)-[:SEQUEL_OF*1..32]->(w15x1)
    WITH w15x1, min(length(w15p1)) AS w15d1
    WITH w15x1 AS n14, w15d1 AS w15
    WHERE n14:Film AND n14 <> n1 AND n14.year < $p.a5
    WITH *
    ORDER BY w15 ASC, n14.id ASC LIMIT $p.a7
    RETURN [n14.id]
  } AS c6
  RETURN [c3[0], c4, c5, c6]
} AS c7, COLLECT {
  MATCH (n16:Film)
  WHERE n16.id = $p.a8
  WITH *, COLLECT {
    MATCH (n16)-[r17:SEQUEL_OF]->(n18:Film)
    RETURN [n18.id]
  } AS c8, COUNT {
    MATCH (n16)-[:SEQUEL_OF*1..32]->(w21x1)
    WITH DISTINCT w21x1
    WITH w21x1 AS n20
    WHERE n20:Film AND n20 <> n16
    RETURN n20
  } AS c9, COLLECT {
    MATCH (n16)<-[r22:SEQUEL_OF]-(n23:Film)
    WITH *
    ORDER BY n23.id ASC LIMIT $p.a12
    WITH *, COLLECT {
      WITH startNode(r22) AS n24
      RETURN [n24.id]
    } AS c10, COLLECT {
      WITH endNode(r22) AS n25
      RETURN [n25.id]
    } AS c11
    RETURN [r22.id, c10[0], c11[0], n23.title]
  } AS c12
  RETURN [c8[0], c9, c12]
} AS c13
RETURN [c7[0], c13[0]] AS r
