CYPHER 5
WITH COUNT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH count(*) AS c1, collect(r1) AS c2
  WITH *, COLLECT {
    UNWIND c2 AS r1
    WITH r1, startNode(r1) AS n2
    WITH n2, count(*) AS c4, min(r1.hired) AS c5, max(r1.released) AS c6, collect(r1) AS c7
    ORDER BY c4 DESC, n2.id IS NOT NULL ASC, n2.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH n2 AS n3
      WHERE n3 IS NOT NULL
      RETURN [n3.name]
    } AS c3, COLLECT {
      UNWIND c7 AS r1
      WITH r1, endNode(r1) AS n4
      WITH n4, count(*) AS c9
      ORDER BY n4.id IS NOT NULL DESC, n4.id DESC, c9 DESC LIMIT $p.a1
      WITH *, COLLECT {
        WITH n4 AS n5
        WHERE n5 IS NOT NULL
        RETURN [n5.title]
      } AS c8
      RETURN [c8[0]]
    } AS c10
    RETURN [c3[0], c4, c5, c6, c10]
  } AS c11, COLLECT {
    UNWIND c2 AS r1
    WITH r1, COLLECT {
      WITH endNode(r1) AS n6
      WHERE EXISTS {
        MATCH (n6)-[r8:SEQUEL_OF]->(n7:Film)
        RETURN 1
      }
      RETURN n6
    } AS n6s
    UNWIND CASE WHEN size(n6s) = 0 THEN [null] ELSE n6s END AS n6
    WITH n6, count(*) AS c13
    ORDER BY c13 DESC, n6.id IS NOT NULL ASC, n6.id ASC LIMIT $p.a3
    WITH *, COLLECT {
      WITH n6 AS n9
      WHERE n9 IS NOT NULL
      RETURN [n9.title]
    } AS c12
    RETURN [c12[0], c13]
  } AS c14, COLLECT {
    UNWIND c2 AS r1
    UNWIND COLLECT {
      MATCH (n10:Person) USING INDEX SEEK n10:Person(id)
      WHERE n10.id IN r1.askedBeforeIds
      RETURN n10
    } AS n10
    WITH n10, count(*) AS c16, min(r1.hired) AS c17, max(r1.hired) AS c18
    ORDER BY c16 DESC, n10.id ASC LIMIT $p.a4
    WITH *, COLLECT {
      WITH n10 AS n11
      WHERE n11 IS NOT NULL
      RETURN [n11.name]
    } AS c15
    RETURN [c15[0], c16, c17, c18]
  } AS c19, COLLECT {
    UNWIND c2 AS r1
    UNWIND COLLECT {
      MATCH (n12:Person) USING INDEX SEEK n12:Person(id)
      WHERE n12.id IN r1.askedBeforeIds AND n12.name CONTAINS $p.a5
      RETURN n12
    } AS n12
    WITH n12, count(*) AS c21
    ORDER BY c21 DESC, n12.id ASC LIMIT $p.a6
    WITH *, COLLECT {
      WITH n12 AS n13
      WHERE n13 IS NOT NULL
      RETURN [n13.id]
    } AS c20
    RETURN [c20[0], c21]
  } AS c22, COUNT {
    UNWIND c2 AS r1
    WITH r1, startNode(r1) AS n14
    WITH DISTINCT n14
    RETURN n14
  } AS c23, COUNT {
    UNWIND c2 AS r1
    WITH r1, endNode(r1) AS n15
    WITH DISTINCT n15
    RETURN n15
  } AS c24, COUNT {
    UNWIND c2 AS r1
    UNWIND COLLECT {
      MATCH (n16:Person) USING INDEX SEEK n16:Person(id)
      WHERE n16.id IN r1.askedBeforeIds
      RETURN n16
    } AS n16
    WITH DISTINCT n16
    RETURN n16
  } AS c25, COUNT {
    UNWIND c2 AS r1
    UNWIND COLLECT {
      WITH startNode(r1) AS n17
      WHERE n17.alive = $p.a7
      RETURN n17
    } AS n17
    WITH DISTINCT n17
    RETURN n17
  } AS c26
  RETURN [c1, c11, c14, c19, c22, c23, c24, c25, c26]
} AS c27, COLLECT {
  MATCH ()-[r1:ACTED_IN]->()
  WHERE r1.hired >= $p.a0 AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a9
  WITH *, COLLECT {
    MATCH (n18:Person) USING INDEX SEEK n18:Person(id)
    WHERE n18.id IN r1.askedBeforeIds
    WITH *
    ORDER BY n18.id ASC LIMIT $p.a8
    RETURN [n18.name]
  } AS c28
  RETURN [r1.id, c28]
} AS c29
RETURN [c0, coalesce(c27[0], [0, [], [], [], [], 0, 0, 0, 0]), c29] AS r
