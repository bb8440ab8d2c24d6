import { recordRepositoryContract } from '../contracts/record-repository-contract.ts';
import { storeInFile, storeInMemory } from './stores.ts';

recordRepositoryContract('the store in memory', storeInMemory);
recordRepositoryContract('the store in a file', storeInFile);
