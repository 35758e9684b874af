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
  } AS c14, COUNT {
    UNWIND c2 AS r1
    WITH r1, startNode(r1) AS n10
    WITH DISTINCT n10
    RETURN n10
  } AS c15, COUNT {
    UNWIND c2 AS r1
    WITH r1, endNode(r1) AS n11
    WITH DISTINCT n11
    RETURN n11
  } AS c16, COUNT {
    UNWIND c2 AS r1
    UNWIND COLLECT {
      WITH startNode(r1) AS n12
      WHERE n12.alive = $p.a4
      RETURN n12
    } AS n12
    WITH DISTINCT n12
    RETURN n12
  } AS c17
  RETURN [c1, c11, c14, c15, c16, c17]
} AS c18
RETURN [c0, coalesce(c18[0], [0, [], [], 0, 0, 0])] AS r
