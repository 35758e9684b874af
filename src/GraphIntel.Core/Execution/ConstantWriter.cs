using GraphIntel.Core.Model;

namespace GraphIntel.Core.Execution;

/// <summary>Writes the response of a plan that asks nothing of a store: <c>__typename</c> and introspection alone.</summary>
internal static class ConstantWriter
{
    public static void Write(PlanRun run) => ResponseWriter<NoRows>.Write(run, default);

    /// <summary>A reader of an answer that has no rows.</summary>
    private readonly struct NoRows : IRowReader
    {
        public int Position
        {
            get => 0;
            set => throw NothingToRead();
        }

        public bool TryReadNull() => throw NothingToRead();

        public void EnterRow() => throw NothingToRead();

        public void ExitRow() => throw NothingToRead();

        public int EnterList() => throw NothingToRead();

        public bool NextItem(ref int remaining) => throw NothingToRead();

        public int ReadInt() => throw NothingToRead();

        public void CopyScalar(ScalarKind kind, ResponseBuffer output) => throw NothingToRead();

        public void Skip() => throw NothingToRead();

        private static InvalidOperationException NothingToRead() => new("The plan reads nothing.");
    }
}
